package org.superbill.coding.codingcase;

import java.util.List;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** Whether the clinician's codes need no coder. */
final class PassThroughRules {
    private PassThroughRules() {}

    /**
     * @param chargeCents of all services together
     * @param procedures codes of all lines
     * @param findings what the rules say of the clinician's codes
     */
    static boolean pass(
            CodingPolicy.PassThrough policy,
            CareSetting setting,
            long chargeCents,
            List<String> procedures,
            List<Finding> findings) {
        return policy.enabled()
                && policy.settings().contains(setting.id())
                && (policy.maximumChargeCents() == null || chargeCents <= policy.maximumChargeCents())
                && procedures.stream()
                        .noneMatch(
                                procedure -> policy.exceptProcedures().stream().anyMatch(procedure::startsWith))
                && findings.stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR || !policy.warningsAllowed());
    }
}
