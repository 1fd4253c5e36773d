package org.superbill.coding.codingcase;

import java.util.List;
import org.superbill.coding.codecheck.Finding;
import org.superbill.coding.codecheck.Severity;
import org.superbill.coding.codingpolicy.CodingPolicy;
import org.superbill.servicekit.problem.FieldError;

/** What of the findings keeps a case from being final. */
final class OpenFindings {
    private OpenFindings() {}

    static List<FieldError> of(List<Finding> findings, List<Acknowledgement> acknowledgements, CodingPolicy policy) {
        return findings.stream()
                .filter(finding -> !isPassed(finding, acknowledgements, policy))
                .map(finding -> new FieldError(finding.pointer(), finding.rule(), message(finding)))
                .toList();
    }

    private static boolean isPassed(Finding finding, List<Acknowledgement> acknowledgements, CodingPolicy policy) {
        return finding.severity() != Severity.ERROR
                && (!policy.warningsNeedReason()
                        || acknowledgements.stream().anyMatch(acknowledgement -> acknowledgement.isOf(finding)));
    }

    private static String message(Finding finding) {
        var what = finding.message() + ". " + finding.fix();
        return finding.severity() == Severity.ERROR ? what : what + " Or say in acknowledgements[] why it stays.";
    }
}
