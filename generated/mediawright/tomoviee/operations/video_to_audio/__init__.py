"""Music for videos."""
