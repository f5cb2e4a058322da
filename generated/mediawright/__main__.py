# Emitted from specs by `make generate`. Edit the spec, not this file.


from mediawright_runtime.command import main

raise SystemExit(main())
