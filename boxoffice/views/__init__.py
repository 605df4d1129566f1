"""What each screen looks like: widgets that send signals out and take states in."""
