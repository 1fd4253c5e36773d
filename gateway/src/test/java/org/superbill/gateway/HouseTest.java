package org.superbill.gateway;

import org.superbill.servicekit.testing.HouseRules;

class HouseTest extends HouseRules {
    HouseTest() {
        super("org.superbill.gateway");
    }
}
