package org.superbill.coderules;

/** Where the patient was treated, as the guidelines tell it apart: sections II and III are for inpatients of a facility, section IV for everyone else. */
public enum Setting {
    INPATIENT,
    OUTPATIENT
}
