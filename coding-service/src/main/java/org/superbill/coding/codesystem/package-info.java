/** Code systems and their releases: what ships, what is loaded, and which code is valid on a day. */
@NullMarked
package org.superbill.coding.codesystem;

import org.jspecify.annotations.NullMarked;
