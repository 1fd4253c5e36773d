package org.superbill.payersimulator;

import org.superbill.servicekit.testing.HouseRules;

class HouseTest extends HouseRules {
    HouseTest() {
        super("org.superbill.payersimulator");
    }
}
