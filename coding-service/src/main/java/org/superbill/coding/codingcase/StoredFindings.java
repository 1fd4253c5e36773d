package org.superbill.coding.codingcase;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.superbill.coding.codecheck.Checked;
import org.superbill.coding.codecheck.Finding;

/** What the rules said last, as it lies in the columns of a case. */
@Embeddable
record StoredFindings(
        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<Finding> findings,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<String> warnings) {
    static final StoredFindings NONE = new StoredFindings(List.of(), List.of());

    static StoredFindings of(Checked checked) {
        return new StoredFindings(checked.findings(), checked.warnings());
    }
}
