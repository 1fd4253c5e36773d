package org.superbill.servicekit.problem;

import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ProblemPages;

class ProblemPagesTest {

    @Test
    void everyProblemOfTheKitHasItsPage() {
        ProblemPages.check("org.superbill.servicekit");
    }
}
