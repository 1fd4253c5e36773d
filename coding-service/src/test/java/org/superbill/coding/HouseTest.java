package org.superbill.coding;

import org.superbill.servicekit.testing.HouseRules;

class HouseTest extends HouseRules {
    HouseTest() {
        super("org.superbill.coding");
    }
}
