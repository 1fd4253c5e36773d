package org.superbill.coderules.rule;

/** Chapter 15 of ICD-10-CM: pregnancy, childbirth and the puerperium. */
final class Pregnancy {
    private Pregnancy() {}

    static boolean isOf(String code) {
        return code.startsWith("O");
    }
}
