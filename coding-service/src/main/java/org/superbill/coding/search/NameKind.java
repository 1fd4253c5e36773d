package org.superbill.coding.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.superbill.coding.codeindex.CodeIndexTable;

/** Where a name of a code comes from, and what a match with it is worth beside a match with the official description. */
@Schema(name = "CodeNameKind")
public enum NameKind {
    DESCRIPTION(1),
    /** Our own words for a single code. */
    EVERYDAY(1.25f),
    INCLUSION_TERM(1),
    ALPHABETIC_INDEX(1),
    /** A term of the index that only says where else to look. */
    SEE_REFERENCE(0.9f),
    NEOPLASM_TABLE(0.95f),
    DRUG_TABLE(0.8f),
    EXTERNAL_CAUSE_INDEX(0.85f);

    private final float worth;

    NameKind(float worth) {
        this.worth = worth;
    }

    float worth() {
        return worth;
    }

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static NameKind of(CodeIndexTable table) {
        return switch (table) {
            case ALPHABETIC -> ALPHABETIC_INDEX;
            case EXTERNAL_CAUSES -> EXTERNAL_CAUSE_INDEX;
            case NEOPLASMS -> NEOPLASM_TABLE;
            case DRUGS -> DRUG_TABLE;
        };
    }
}
