package org.superbill.gateway;

import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ProblemPages;

class ProblemPagesTest {

    @Test
    void everyProblemHasItsPage() {
        ProblemPages.check("org.superbill.gateway");
    }
}
