package org.superbill.billing;

import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ProblemPages;

class ProblemPagesTest {

    @Test
    void everyProblemHasItsPage() {
        ProblemPages.check("org.superbill.billing");
    }
}
