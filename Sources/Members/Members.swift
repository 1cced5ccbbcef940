// Members
