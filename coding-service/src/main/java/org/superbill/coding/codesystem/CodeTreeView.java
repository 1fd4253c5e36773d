package org.superbill.coding.codesystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a place in the tree of a code system.
 *
 * @param items in the order of the release
 * @param nextCursor absent on the last page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeTreeView(List<TreeNode> items, @Nullable String nextCursor) {
    static CodeTreeView of(List<CodeTree.Positioned> nodes, int limit) {
        var isGroup = nodes.stream().allMatch(node -> node.position() == 0); // chapters and the like come whole
        var page = isGroup ? nodes : nodes.subList(0, Math.min(limit, nodes.size()));
        return new CodeTreeView(
                page.stream().map(CodeTree.Positioned::node).toList(),
                page.size() < nodes.size()
                        ? TextCursor.after(
                                Integer.toString(page.get(page.size() - 1).position()))
                        : null);
    }
}
