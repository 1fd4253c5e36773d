package org.superbill.billing.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** From which date an open item ages. */
public enum AgeingBasis {
    SERVICE_DATE("coalesce(dated.service_date, item.responsible_since)"),
    FIRST_BILL_DATE("coalesce(dated.first_billed_on, item.responsible_since)"),
    RESPONSIBILITY_DATE("item.responsible_since");

    private final String sql;

    AgeingBasis(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such date */
    public static AgeingBasis fromString(String wire) {
        return Arrays.stream(values())
                .filter(basis -> basis.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such date"));
    }
}
