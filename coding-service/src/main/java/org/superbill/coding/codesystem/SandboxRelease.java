package org.superbill.coding.codesystem;

import java.util.List;
import org.superbill.servicekit.problem.Problem;

/** The release with the label {@code sandbox}, which has a few CPT numbers in our own words. */
final class SandboxRelease {
    private static final String LABEL = "sandbox";

    private SandboxRelease() {}

    /** @throws Problem {@code SANDBOX_RELEASE_REFUSED} */
    static void refuseInProduction(String label, List<String> profiles) {
        if (isRefused(label, profiles)) {
            throw new Problem(CodeSystemProblem.SANDBOX_RELEASE_REFUSED, "This is not a sandbox");
        }
    }

    /** It is for the profiles {@code local} and {@code test}. */
    static boolean isRefused(String label, List<String> profiles) {
        return label.equals(LABEL) && !profiles.contains("local") && !profiles.contains("test");
    }
}
