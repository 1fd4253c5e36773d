package org.superbill.coding.codingpolicy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.superbill.servicekit.problem.FieldError;

/**
 * Credentials of coders. Sources: the lists of certifications of AAPC (core, auditing, documentation, specialty), AHIMA and ACDIS, with the apprentices' forms of AAPC's core
 * certifications ({@code -A}).
 */
final class CodingCredentials {
    private static final Set<String> KNOWN = Set.of(
            "CPC", "CPC-A", "COC", "COC-A", "CIC", "CIC-A", "CRC", "CRC-A", "CPB", "CPMA", "CDEO", "CDEI", "CPCO",
            "CPPM", "CASCC", "CANPC", "CCC", "CCVTC", "CEDC", "CEMC", "CENTC", "CFPC", "CGIC", "CGSC", "CHONC", "CIMC",
            "CIRCC", "COBGC", "COPC", "COSC", "CPCD", "CPEDC", "CRHC", "CSFAC", "CUC", "CCA", "CCS", "CCS-P", "CDIP",
            "RHIA", "RHIT", "CCDS", "CCDS-O");

    private CodingCredentials() {}

    /** Nobody could code what asks for a credential that there is not. @param held by the organization's coders, whoever certifies them */
    static List<FieldError> unknown(CodingPolicy.Assignment assignment, Set<String> held) {
        var errors = new ArrayList<FieldError>();
        add(errors, "professionalCredentials", assignment.professionalCredentials(), held);
        add(errors, "facilityCredentials", assignment.facilityCredentials(), held);
        return errors;
    }

    private static void add(List<FieldError> errors, String list, List<String> kinds, Set<String> held) {
        for (var i = 0; i < kinds.size(); i++) {
            if (!KNOWN.contains(kinds.get(i)) && !held.contains(kinds.get(i))) {
                errors.add(
                        new FieldError(
                                "/assignment/%s/%d".formatted(list, i),
                                "unknown-credential",
                                "is no credential of AAPC, AHIMA or ACDIS that is known, and none of the organization's coders has it"));
            }
        }
    }
}
