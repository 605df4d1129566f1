"""What assistive tools are told of the real window, through the desktop's accessibility bus."""
