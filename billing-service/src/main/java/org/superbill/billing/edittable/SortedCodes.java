package org.superbill.billing.edittable;

import java.util.Arrays;
import java.util.Collection;

/** Procedure codes in order, four bytes each. */
final class SortedCodes {
    private final int[] numbers;

    /** @param sorted the numbers, ascending */
    SortedCodes(Collection<Integer> sorted) {
        numbers = sorted.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @return the place of the number, or -1 */
    int place(int number) {
        return Math.max(-1, Arrays.binarySearch(numbers, number));
    }

    String text(int place) {
        return ProcedureCode.text(numbers[place]);
    }
}
