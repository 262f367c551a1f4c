const widths = [62, 88, 45, 74, 93, 55, 68, 81];

/** The shape of messages that are on their way. */
export function MessagesSkeleton() {
  return (
    <div class="skeleton" aria-busy="true" role="status" aria-label="Loading messages">
      {widths.map((width) => (
        <div class="skeleton-message" key={width}>
          <span class="skeleton-avatar" />
          <span class="skeleton-lines">
            <span class="skeleton-line" style={{ width: `${width / 4 + 8}%` }} />
            <span class="skeleton-line" style={{ width: `${width}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** The shape of the page, until the server has said what there is. */
export function FirstSkeleton() {
  return (
    <div class="shell shell-loading" data-shown="room">
      <div class="rail" />
      <div class="sidebar" />
      <div class="panes">
        <main class="pane room" aria-label="Loading">
          <MessagesSkeleton />
        </main>
      </div>
    </div>
  );
}
