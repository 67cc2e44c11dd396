/**
 * Where the academy's office is: it enrolls people in its own working hours, and states dates by
 * its own calendar.
 */
export const organizationZone = "Europe/Berlin";
