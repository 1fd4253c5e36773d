package org.superbill.servicekit.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the order of their ids, which is the order of their making
 * @param nextCursor sent as {@code cursor} for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param oneMoreThanLimit what {@link PageRequest#fetch()} rows gave: the row over the limit only tells that there is more
     * @param id the id of an item, by which the list is ordered
     */
    public static <T> Page<T> of(List<T> oneMoreThanLimit, PageRequest request, Function<T, UUID> id) {
        if (oneMoreThanLimit.size() <= request.limit()) {
            return new Page<>(oneMoreThanLimit, null);
        }
        var items = oneMoreThanLimit.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursorAfter(id.apply(items.get(items.size() - 1))));
    }

    /** The same page with each item turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), nextCursor);
    }
}
