package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.superbill.coding.codecheck.UnrelatedConditions;

/** A {@link CaseCoding} as it lies in the columns of a case or a version; elsewhere it lies whole in one column. */
@Embeddable
record StoredCoding(
        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<String> diagnoses,

        @Column(name = "present_on_admission") @JdbcTypeCode(SqlTypes.JSON)
        List<String> presentOnAdmission,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<CodedLine> lines,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<StayProcedure> procedures,

        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class)
        List<Acknowledgement> acknowledgements,

        @Column(name = "unrelated_conditions") @JdbcTypeCode(SqlTypes.JSON)
        List<UnrelatedConditions> unrelatedConditions) {

    static StoredCoding of(CaseCoding coding) {
        return new StoredCoding(
                coding.diagnoses(),
                coding.presentOnAdmission(),
                coding.lines(),
                coding.procedures(),
                coding.acknowledgements(),
                coding.unrelatedConditions());
    }

    CaseCoding coding() {
        return new CaseCoding(diagnoses, presentOnAdmission, lines, procedures, acknowledgements, unrelatedConditions);
    }
}
