/** The one door for official files: whatever is sent is recognised by its content and loaded exactly as published. */
@NullMarked
package org.superbill.coding.codefile;

import org.jspecify.annotations.NullMarked;
