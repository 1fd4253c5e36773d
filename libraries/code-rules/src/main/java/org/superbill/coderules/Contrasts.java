package org.superbill.coderules;

import java.util.List;

/**
 * Codes of one category that are not of the same condition at the same time.
 *
 * @param fuller those that say what this one leaves open: of "Pressure ulcer of sacral region, unspecified stage" those of each stage
 * @param contrary those with what this one is without: of "Infrarenal abdominal aortic aneurysm, without rupture" the ruptured one
 */
public record Contrasts(List<String> fuller, List<String> contrary) {
    public static final Contrasts NONE = new Contrasts(List.of(), List.of());

    public Contrasts {
        fuller = List.copyOf(fuller);
        contrary = List.copyOf(contrary);
    }
}
