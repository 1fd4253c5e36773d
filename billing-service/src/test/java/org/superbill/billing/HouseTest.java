package org.superbill.billing;

import org.superbill.servicekit.testing.HouseRules;

class HouseTest extends HouseRules {
    HouseTest() {
        super("org.superbill.billing");
    }
}
