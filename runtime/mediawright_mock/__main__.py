from mediawright_mock.cli import main

raise SystemExit(main())
