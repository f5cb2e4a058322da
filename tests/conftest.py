"""Programs that a shell starts in the background ignore interruptions, and what they start does, too; tests do not."""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
