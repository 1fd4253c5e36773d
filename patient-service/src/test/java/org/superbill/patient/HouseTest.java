package org.superbill.patient;

import org.superbill.servicekit.testing.HouseRules;

class HouseTest extends HouseRules {
    HouseTest() {
        super("org.superbill.patient");
    }
}
