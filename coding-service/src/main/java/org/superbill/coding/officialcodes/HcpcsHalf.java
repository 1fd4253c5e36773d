package org.superbill.coding.officialcodes;

import java.util.Locale;

/** The two files of one release of HCPCS Level II. */
enum HcpcsHalf {
    ATTRIBUTES,
    DESCRIPTIONS;

    HcpcsHalf other() {
        return this == ATTRIBUTES ? DESCRIPTIONS : ATTRIBUTES;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
