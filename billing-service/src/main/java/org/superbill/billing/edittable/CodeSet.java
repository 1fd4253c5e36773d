package org.superbill.billing.edittable;

import java.util.Arrays;

/** The codes of a table, each with its place in order of arrival: at most 65,536, so that a place is a {@code char}. Open addressing, no object a code. */
final class CodeSet {
    private static final int MOST = 1 << 16;
    private static final int FEWEST_SLOTS = 1 << 10;
    private static final int SPREAD = 0x9E3779B9;

    private int[] slots = emptySlots(FEWEST_SLOTS);
    private char[] places = new char[FEWEST_SLOTS];
    private int size;

    /** @return the place of the code, or -1 */
    int place(int code) {
        var slot = slot(slots, code);
        return slots[slot] == code ? places[slot] : -1;
    }

    /** @return the place of the code, a new one if it was not there */
    int add(int code) {
        var slot = slot(slots, code);
        if (slots[slot] == code) {
            return places[slot];
        }
        if (size == MOST) {
            throw new IllegalStateException("More than %d codes in one table".formatted(MOST));
        }
        slots[slot] = code;
        places[slot] = (char) size;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    int size() {
        return size;
    }

    /** The codes by their places. */
    int[] inOrder() {
        var codes = new int[size];
        for (var slot = 0; slot < slots.length; slot++) {
            if (slots[slot] != ProcedureCode.NONE) {
                codes[places[slot]] = slots[slot];
            }
        }
        return codes;
    }

    private void grow() {
        var codes = inOrder();
        slots = emptySlots(slots.length * 2);
        places = new char[slots.length];
        for (var place = 0; place < codes.length; place++) {
            var slot = slot(slots, codes[place]);
            slots[slot] = codes[place];
            places[slot] = (char) place;
        }
    }

    private static int slot(int[] slots, int code) {
        var mask = slots.length - 1;
        var slot = (code * SPREAD >>> 8) & mask;
        while (slots[slot] != code && slots[slot] != ProcedureCode.NONE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] emptySlots(int count) {
        var slots = new int[count];
        Arrays.fill(slots, ProcedureCode.NONE);
        return slots;
    }
}
