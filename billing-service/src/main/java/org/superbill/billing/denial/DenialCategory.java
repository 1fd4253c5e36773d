package org.superbill.billing.denial;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Of what kind a refusal is. */
public enum DenialCategory {
    ELIGIBILITY,
    AUTHORIZATION,
    CODING,
    BUNDLING,
    MEDICAL_NECESSITY,
    DOCUMENTATION,
    TIMELY_FILING,
    DUPLICATE,
    /** Another payer is to pay first or instead. */
    COORDINATION,
    NON_COVERED,
    BENEFIT_LIMIT,
    CREDENTIALING,
    CONTRACT,
    BILLING,
    OTHER;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the word that {@link #wire} gives. @throws IllegalArgumentException when there is no such category */
    public static DenialCategory fromString(String wire) {
        return Arrays.stream(values())
                .filter(category -> category.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such category of denials"));
    }
}
