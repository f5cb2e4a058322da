from mediawright_generator.cli import run

run()
