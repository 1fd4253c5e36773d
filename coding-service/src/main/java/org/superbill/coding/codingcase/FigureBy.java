package org.superbill.coding.codingcase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures are told apart. */
public enum FigureBy {
    /** Not at all. */
    TOTAL("''", "''"),
    CODER("coded_by", "coalesce(who, '')"),
    /** Provider taxonomy code of who treated; empty text where it is not known. */
    SPECIALTY("coalesce(specialty, '')", "coalesce(specialty, '')"),
    /** The payer's id; empty text where there is none or it is not known. */
    PAYER("coalesce(cast(payer_id as text), '')", "coalesce(cast(payer_id as text), '')"),
    KIND("lower(kind)", "lower(kind)"),
    /** The day of finalizing where the organization is; of what is not billed, the day since which it could be. */
    DAY(
            "cast(cast(coded_at at time zone :zone as date) as text)",
            "cast(coalesce(discharge_date, service_date) as text)");

    private final String ofCoded;
    private final String ofUnbilled;

    FigureBy(String ofCoded, String ofUnbilled) {
        this.ofCoded = ofCoded;
        this.ofUnbilled = ofUnbilled;
    }

    String ofCoded() {
        return ofCoded;
    }

    String ofUnbilled() {
        return ofUnbilled;
    }

    /** As on the wire: {@code coder}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param id as {@link #id()} */
    public static Optional<FigureBy> of(String id) {
        return Arrays.stream(values()).filter(by -> by.id().equals(id)).findFirst();
    }
}
