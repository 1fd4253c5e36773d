package org.superbill.coding.codecheck;

import java.time.LocalDate;
import org.superbill.coding.codesystem.CodeStatus;
import org.superbill.coding.codesystem.CodeSystem;

/** What the rules know of codes; immutable while they run. */
interface CodeTable {
    /** @param code stored form */
    CodeStatus status(CodeSystem system, String code, LocalDate on);

    default CodeStatus diagnosis(String code, LocalDate on) {
        return status(CodeSystem.ICD_10_CM, code, on);
    }

    /** A procedure is a CPT or an HCPCS Level II code; their forms do not overlap. */
    default CodeStatus procedure(String code, LocalDate on) {
        return status(procedureSystem(code), code, on);
    }

    static CodeSystem procedureSystem(String code) {
        return CodeSystem.HCPCS.accepts(code) ? CodeSystem.HCPCS : CodeSystem.CPT;
    }
}
