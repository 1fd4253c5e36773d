package org.superbill.x12.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * A relation between the elements of a segment, as the standard writes it: P0304 is both or none, R0203 at least one, E0207 at
 * most one, C0605 if the first then the others, L050607 if the first then one of the others.
 */
public record SyntaxNote(char kind, List<Integer> positions) {
    public SyntaxNote {
        positions = List.copyOf(positions);
    }

    static SyntaxNote of(String text) {
        var positions = new ArrayList<Integer>();
        for (int at = 1; at < text.length(); at += 2) {
            positions.add(Integer.valueOf(text.substring(at, at + 2)));
        }
        return new SyntaxNote(text.charAt(0), positions);
    }
}
