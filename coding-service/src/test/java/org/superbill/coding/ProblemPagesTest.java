package org.superbill.coding;

import org.junit.jupiter.api.Test;
import org.superbill.servicekit.testing.ProblemPages;

class ProblemPagesTest {

    @Test
    void everyProblemHasItsPage() {
        ProblemPages.check("org.superbill.coding");
    }
}
