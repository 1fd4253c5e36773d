package org.superbill.billing.edittable;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tables that edits read. A file of CMS holds one or two of them. */
public enum EditTable {
    NCCI_PRACTITIONER("NCCI procedure-to-procedure edits, practitioner services", 2),
    NCCI_OUTPATIENT("NCCI procedure-to-procedure edits, outpatient hospital services", 2),
    MUE_PRACTITIONER("Medically unlikely edits, practitioner services", 1),
    MUE_OUTPATIENT("Medically unlikely edits, outpatient hospital services", 1),
    MUE_DME("Medically unlikely edits, suppliers of durable medical equipment", 1),
    ADD_ON("Add-on codes and their primary codes", 2),
    FEE_INDICATORS("Physician fee schedule, indicators", 2),
    RELATIVE_VALUES("Physician fee schedule, relative values and conversion factor", 2),
    GEOGRAPHIC_INDICES("Physician fee schedule, geographic practice cost indices", 2);

    private final String title;
    private final int keyFields;

    EditTable(String title, int keyFields) {
        this.title = title;
        this.keyFields = keyFields;
    }

    /** As it is written in paths: {@code ncci-practitioner}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    /** How many fields at the beginning of a row say what it is about. */
    int keyFields() {
        return keyFields;
    }

    boolean ofPairs() {
        return this == NCCI_PRACTITIONER || this == NCCI_OUTPATIENT;
    }

    /** Its rows say until when they hold: a release says what held before it, too. */
    boolean answersForAllDays() {
        return ofPairs() || this == ADD_ON;
    }

    static Optional<EditTable> of(String id) {
        return Arrays.stream(values()).filter(table -> table.id().equals(id)).findFirst();
    }
}
