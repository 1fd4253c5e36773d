/** ETag and If-Match: nobody overwrites what they have not read. */
@NullMarked
package org.superbill.servicekit.revision;

import org.jspecify.annotations.NullMarked;
