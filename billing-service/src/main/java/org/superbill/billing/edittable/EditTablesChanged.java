package org.superbill.billing.edittable;

/** A release was activated or taken back, in this process. */
record EditTablesChanged() {}
