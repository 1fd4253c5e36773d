package org.superbill.coding.cac;

import java.util.Locale;

/** Where the encounter took place: it decides what becomes of an uncertain diagnosis. */
public enum Setting {
    OFFICE,
    TELEHEALTH,
    EMERGENCY,
    /** A procedure without a stay. */
    PROCEDURE,
    INPATIENT;

    /** As callers write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isInpatient() {
        return this == INPATIENT;
    }
}
