from mediawright_generator.cli import main

raise SystemExit(main())
