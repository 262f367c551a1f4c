interface SearchFieldProps {
  label: string;
  query: string;
  onQuery(query: string): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/** Narrows down the list below it. */
export const SearchField = ({ label, query, onQuery, onKeyDown }: SearchFieldProps) => (
  <input
    autofocus
    class="search-field"
    aria-label={label}
    placeholder={label}
    value={query}
    onInput={({ currentTarget }) => onQuery(currentTarget.value)}
    onKeyDown={onKeyDown}
  />
);
