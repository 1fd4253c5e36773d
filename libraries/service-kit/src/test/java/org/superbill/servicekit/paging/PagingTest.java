package org.superbill.servicekit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

class PagingTest {

    @Test
    void idsMadeOneAfterTheOtherAreInOrder() {
        var ids = Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> UUID.fromString(id).version() == 7);
    }

    @Test
    void pagesGoThroughTheWholeListOnceAlsoWhenSomethingIsAddedMeanwhile() {
        var all = new ArrayList<>(Stream.generate(Ids::next).limit(10).toList());
        var seen = new ArrayList<UUID>();
        String cursor = null;
        do {
            var page = page(all, new PageRequest(3, cursor));
            seen.addAll(page.items());
            cursor = page.nextCursor();
            if (seen.size() == 3) {
                all.add(Ids.next());
            }
        } while (cursor != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        var all = Stream.generate(Ids::next).limit(3).toList();
        assertThat(page(all, new PageRequest(3, null)).nextCursor()).isNull();
        assertThat(page(all, new PageRequest(2, null)).nextCursor()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void aLimitOutOfBoundsIsRefused(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, null).limit()).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void theBoundsAreIn(int limit) {
        assertThat(new PageRequest(limit, null).fetch()).isEqualTo(limit + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "not base64!", "0190f3c0-0000-7000-8000-000000000000"})
    void aCursorThatIsNoneOfOursIsRefused(String cursor) {
        assertThatThrownBy(() -> new PageRequest(50, cursor).afterId()).isInstanceOf(Problem.class);
    }

    private static Page<UUID> page(List<UUID> all, PageRequest request) {
        var rows = all.stream()
                .filter(id -> id.toString().compareTo(request.after().toString()) > 0)
                .limit(request.fetch())
                .toList();
        return Page.of(rows, request, Function.identity());
    }
}
