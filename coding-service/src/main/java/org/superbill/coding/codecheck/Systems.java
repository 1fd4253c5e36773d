package org.superbill.coding.codecheck;

import java.util.Optional;
import org.superbill.coderules.Terminology;
import org.superbill.coding.codesystem.CodeSystem;

/** The code systems of this service as the rules call them. */
final class Systems {
    private Systems() {}

    /** Empty for modifiers, which are two systems. */
    static Optional<CodeSystem> of(Terminology terminology) {
        return switch (terminology) {
            case ICD_10_CM -> Optional.of(CodeSystem.ICD_10_CM);
            case ICD_10_PCS -> Optional.of(CodeSystem.ICD_10_PCS);
            case ICD_11 -> Optional.of(CodeSystem.ICD_11_MMS);
            case HCPCS -> Optional.of(CodeSystem.HCPCS);
            case CPT -> Optional.of(CodeSystem.CPT);
            case MODIFIER -> Optional.empty();
        };
    }
}
